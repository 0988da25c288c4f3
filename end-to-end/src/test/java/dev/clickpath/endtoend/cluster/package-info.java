/**
 * Reads what would be told a cluster, and compares it with Kubernetes' schemas, with
 * itself and with what the services really have. Needs no cluster.
 */
@NullMarked
package dev.clickpath.endtoend.cluster;

import org.jspecify.annotations.NullMarked;
