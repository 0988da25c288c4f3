package dev.clickpath.storefront.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the shop brings along to be tried out.
 *
 * @param demoAccounts whether there are accounts whose passwords are in the README
 */
@ConfigurationProperties("clickpath.storefront")
record DemoProperties(@DefaultValue("false") boolean demoAccounts) {
}
