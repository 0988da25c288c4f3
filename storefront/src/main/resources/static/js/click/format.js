/*
 * Numbers as the language of the page writes them.
 */
const language = document.documentElement.lang;
const time = new Intl.NumberFormat(language, { style: "unit", unit: "millisecond", maximumFractionDigits: 1 });
const duration = new Intl.NumberFormat(language, { style: "unit", unit: "second" });
const kilobytes = new Intl.NumberFormat(language, { style: "unit", unit: "kilobyte", maximumFractionDigits: 1 });
const share = new Intl.NumberFormat(language, { style: "percent" });
const clock = new Intl.DateTimeFormat(language, { timeStyle: "medium" });

export const milliseconds = (number) => time.format(number);
export const seconds = (number) => duration.format(number);
export const size = (number) => kilobytes.format(number / 1000);
export const percent = (part) => share.format(part);
export const moment = (at) => clock.format(at);
