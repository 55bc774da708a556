import StringFormats

extension StringFormatTests {
  static let pointers = [
    FormatRow(.jsonPointer, "", "the whole document"),
    FormatRow(.jsonPointer, "//~0~1é", "an empty token, both escapes, Unicode"),
    FormatRow(.relativeJSONPointer, "0", "the value itself"),
    FormatRow(.relativeJSONPointer, "123456789012345678901234567890#", "a number of any length"),
    FormatRow(.relativeJSONPointer, "1/", "an empty token"),
    FormatRow(.adjustableRelativeJSONPointer, "0+1", "the next element"),
    FormatRow(.adjustableRelativeJSONPointer, "1-10/a", "an element before"),
    FormatRow(.adjustableRelativeJSONPointer, "0-1#", "its index"),
    FormatRow(.adjustableRelativeJSONPointer, "2/a", "no adjustment"),
    FormatRow(.regex, "", "the empty pattern"),
    FormatRow(
      .regex, #"\p{Script=Greek}(?<=(a|b)+\1)"#, "valid, whether an engine can match it or not"),
    FormatRow(
      .regex, String(repeating: "(?:", count: 60) + String(repeating: ")", count: 60), "deep"),
    FormatRow(.regex, "[\u{1F600}-\u{1F64F}]é", "Unicode"),
  ]

  static let noPointers = [
    FormatRow(.jsonPointer, "a", "no slash"),
    FormatRow(.jsonPointer, "/~", "an incomplete escape"),
    FormatRow(.jsonPointer, "/~~0", "an incomplete escape"),
    FormatRow(.jsonPointer, "/~/0", "an incomplete escape"),
    FormatRow(.relativeJSONPointer, "00", "a leading zero"),
    FormatRow(.relativeJSONPointer, "0a", "no slash"),
    FormatRow(.relativeJSONPointer, "#", "no number"),
    FormatRow(.relativeJSONPointer, "0+1", "adjustments came with 2020-12"),
    FormatRow(.adjustableRelativeJSONPointer, "0+", "no number after the sign"),
    FormatRow(.adjustableRelativeJSONPointer, "0+01", "a leading zero"),
    FormatRow(.adjustableRelativeJSONPointer, "0+1+1", "two adjustments"),
    FormatRow(.adjustableRelativeJSONPointer, "+1", "no number before the sign"),
    FormatRow(.adjustableRelativeJSONPointer, "0#/a", "text after the number sign"),
    FormatRow(.regex, "(", "no closing parenthesis"),
    FormatRow(.regex, "a**", "a repeated repetition"),
    FormatRow(.regex, #"\-"#, "an escape that only Annex B has"),
    FormatRow(.regex, "[b-a]", "a range out of order"),
    FormatRow(.regex, "(?<a>)(?<a>)", "a name twice"),
  ]
}
