package dev.clickpath.catalog.search;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * How the catalogue is searched.
 *
 * @param synonyms the file of words that mean the same
 */
@ConfigurationProperties("clickpath.search")
record SearchProperties(@DefaultValue("classpath:/search/synonyms.txt") Resource synonyms) {

}
