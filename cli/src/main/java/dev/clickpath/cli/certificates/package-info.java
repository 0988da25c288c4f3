/**
 * The shop's own certificate authority, and the certificate it gives to what listens with
 * TLS on this machine.
 */
@NullMarked
package dev.clickpath.cli.certificates;

import org.jspecify.annotations.NullMarked;
