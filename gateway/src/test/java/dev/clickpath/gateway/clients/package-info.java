@NullMarked
package dev.clickpath.gateway.clients;

import org.jspecify.annotations.NullMarked;
