package dev.clickpath.storefront.delivery;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * The days parcels travel on. Nothing travels on Sundays.
 */
public final class ParcelDays {

	private ParcelDays() {
	}

	/**
	 * The day after so many days of travel.
	 */
	public static LocalDate after(LocalDate start, int days) {
		LocalDate day = start;
		for (int left = days; left > 0;) {
			day = day.plusDays(1);
			if (day.getDayOfWeek() != DayOfWeek.SUNDAY) {
				left--;
			}
		}
		return day;
	}

}
