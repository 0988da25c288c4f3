package dev.clickpath.gateway.connections;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpRequest;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * A request as it is to be sent.
 *
 * @param head its line and headers, the framing of the body among them
 * @param body its body; null when it has none
 * @param left is run once the head has been handed to the operating system; what has not
 * got so far cannot have been received
 */
public record Outgoing(HttpRequest head, @Nullable Flux<ByteBuf> body, Runnable left) {
}
