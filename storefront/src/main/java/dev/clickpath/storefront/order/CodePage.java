package dev.clickpath.storefront.order;

import dev.clickpath.storefront.form.Field;

/**
 * The bank's question for a code.
 *
 * @param id the order's id
 * @param amount what is to be paid
 * @param card what with
 * @param until when it has to be entered
 * @param code the field
 */
public record CodePage(String id, String amount, String card, String until, Field code) {
}
