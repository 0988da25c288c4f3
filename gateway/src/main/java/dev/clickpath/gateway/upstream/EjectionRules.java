package dev.clickpath.gateway.upstream;

import java.time.Duration;

/**
 * When an instance that is reachable but no good is put aside for a while (outlier
 * ejection, as Envoy calls it).
 *
 * @param failures so many failures in a row are enough
 * @param margin a success rate so much below that of the others is enough: 0.1 for ten
 * points
 * @param volume a rate means something from so many requests on
 * @param interval the rates are those of this long
 * @param time how long the first ejection lasts; the next one lasts twice as long and so
 * on, until the instance has behaved for as long again
 * @param longest no ejection lasts longer
 * @param share at most this share of the instances is put aside at a time
 */
public record EjectionRules(int failures, double margin, int volume, Duration interval, Duration time, Duration longest,
		double share) {
}
