import StringFormats

extension StringFormatTests {
  static let dates = [
    FormatRow(.date, "0000-02-29", "the year 0000 exists, and is a leap year"),
    FormatRow(.date, "9999-12-31", "the last day with four digits"),
    FormatRow(.time, "00:00:00Z", "midnight"),
    FormatRow(.time, "23:59:59.999999999999999999999999Z", "any number of digits after the point"),
    FormatRow(.time, "00:59:60+01:00", "23:59 UTC of the day before"),
    FormatRow(.dateTime, "1990-12-31T15:59:60-08:00", "section 5.8, a leap second"),
    FormatRow(.dateTime, "2024-03-15T23:59:60Z", "a leap second on any day"),
    FormatRow(.dateTime, "1937-01-01t12:00:27.87+00:20", "section 5.8, in lowercase"),
  ]

  static let noDates = [
    FormatRow(.date, "1900-02-29", "not a leap year"),
    FormatRow(.date, "2024-04-31", "30 days"),
    FormatRow(.date, "2024-1-01", "two digits"),
    FormatRow(.date, "２024-01-01", "a fullwidth digit"),
    FormatRow(.time, "23:59:59.Z", "a point without digits"),
    FormatRow(.time, "23:59:59,5Z", "a comma"),
    FormatRow(.time, "23:59:60.5+00:01", "the minute after 23:58 UTC"),
    FormatRow(.time, "12:00:00+0100", "an offset without a colon"),
    FormatRow(.time, "12:00Z", "no seconds"),
    FormatRow(
      .dateTime, "2024-03-15 12:00:00Z", "a space, which section 5.6 leaves to applications"),
    FormatRow(.dateTime, "2024-02-30T12:00:00Z", "30 February"),
    FormatRow(.dateTime, "2024-03-15T12:00:00", "no offset"),
    FormatRow(.dateTime, "2024-03-15", "no time"),
  ]

  static let durations = [
    FormatRow(.duration, "P3Y6M4DT12H30M5S", "all units except weeks"),
    FormatRow(.duration, "P1YT1M", "a minute, not a month"),
    FormatRow(.duration, "p1dt1s", "ABNF ignores case"),
    FormatRow(.duration, "P52W", "weeks alone"),
  ]

  static let noDurations = [
    FormatRow(.duration, "P1W1D", "weeks alone"),
    FormatRow(.duration, "P1Y1D", "years need months before days"),
    FormatRow(.duration, "PT1H1S", "hours need minutes before seconds"),
    FormatRow(.duration, "P1D1D", "a unit twice"),
    FormatRow(.duration, "PT", "no time"),
    FormatRow(.duration, "P1DT", "no time"),
    FormatRow(.duration, "P1", "no unit"),
    FormatRow(.duration, "P1\u{2}", "a control character whose bits resemble a letter's"),
    FormatRow(.duration, "P1d ", "a space"),
    FormatRow(.duration, "P1.5D", "a fraction"),
  ]
}
