import StringFormats

extension StringFormatTests {
  static let addresses = [
    FormatRow(.ipv4, "0.10.200.255", "each length of an octet"),
    FormatRow(.ipv6, "1::", "the end compressed"),
    FormatRow(.ipv6, "::2:3:4:5:6:7:8", "one group compressed at the start"),
    FormatRow(.ipv6, "1:2:3::5:6:7:8", "one group compressed"),
    FormatRow(.ipv6, "1:2:3:4:5:6:7::", "one group compressed at the end"),
    FormatRow(.ipv6, "1:2:3:4:5::9.9.9.9", "five groups, one compressed, and IPv4"),
    FormatRow(.ipv6, "::1.2.3.4", "IPv4 alone"),
    FormatRow(.ipv6, "ABCD:ef01::", "both cases"),
    FormatRow(.uuid, "ffffffff-ffff-FFFF-ffff-ffffffffffff", "any variant, any case"),
  ]

  static let noAddresses = [
    FormatRow(.ipv4, "00.0.0.0", "a leading zero"),
    FormatRow(.ipv4, "1.2.3.256", "beyond an octet"),
    FormatRow(.ipv4, "1.2.3.99999999999999999999999", "beyond any integer"),
    FormatRow(.ipv4, "1.2.3.", "three octets"),
    FormatRow(.ipv6, "1:2:3:4:5:6:7:8:", "a colon at the end"),
    FormatRow(.ipv6, "1:2:3:4:5:6:7:8::", "nothing left to compress"),
    FormatRow(.ipv6, "::1:2:3:4:5:6:7:8", "nothing left to compress"),
    FormatRow(.ipv6, "1:2:3:4:5:6:7:8:9", "nine groups"),
    FormatRow(.ipv6, "1:2:3:4:5:6:7:1.2.3.4", "nine groups"),
    FormatRow(.ipv6, "1.2.3.4::", "IPv4 at the start"),
    FormatRow(.ipv6, "::1.2.3.4:5", "IPv4 before the end"),
    FormatRow(.ipv6, ":::", "three colons"),
    FormatRow(.ipv6, ":", "one colon"),
    FormatRow(.ipv6, "", "nothing"),
    FormatRow(.ipv6, "::%1", "a zone"),
    FormatRow(.uuid, "{ffffffff-ffff-ffff-ffff-ffffffffffff}", "braces"),
    FormatRow(.uuid, "ffffffff-ffff-ffff-ffff-fffffffffffff", "a digit too many"),
  ]

  static let mailboxes = [
    FormatRow(.email, "!#$%&'*+-/=?^_`{|}~a0@b", "every character of an atom, and a single label"),
    FormatRow(.email, #""\"\\ @"@example.com"#, "escapes and spaces in quotation marks"),
    FormatRow(.email, #"""@example.com"#, "nothing in quotation marks"),
    FormatRow(.email, "a@[IPv6:::1]", "an IPv6 address"),
    FormatRow(.email, "a@[ipv6:1::1.2.3.4]", "ABNF ignores case"),
    FormatRow(.email, String(repeating: "a", count: 65) + "@b.c", "no limit in the grammar"),
    FormatRow(.idnEmail, "a@b.例え", "a U-label"),
    FormatRow(.idnEmail, #""é"@[127.0.0.1]"#, "an address"),
  ]

  static let noMailboxes = [
    FormatRow(.email, "a", "no domain"),
    FormatRow(.email, "a@", "no domain"),
    FormatRow(.email, "a@b.", "a dot at the end"),
    FormatRow(.email, "a@-b", "a hyphen at the start of a label"),
    FormatRow(.email, "a@b-.c", "a hyphen at the end of a label"),
    FormatRow(.email, "a@b_c", "an underscore in the domain"),
    FormatRow(.email, "a..b@c", "an empty atom"),
    FormatRow(.email, "a(comment)@b", "a comment, which only RFC 5322 has"),
    FormatRow(.email, #""a@b"#, "no end of the quotation"),
    FormatRow(.email, #""a"b@c"#, "an atom after a quotation"),
    FormatRow(.email, #""a\"#, "nothing to escape"),
    FormatRow(.email, "\"a\u{7F}\"@b", "a control character"),
    FormatRow(.email, "a@[b]", "no address"),
    FormatRow(.email, "a@[x:y]", "a tag that is not registered"),
    FormatRow(.email, "a@[::1]", "IPv6 without its tag"),
    FormatRow(.email, "a@[1.2.3.4", "no closing bracket"),
    FormatRow(.email, "é@b", "not ASCII"),
    FormatRow(.email, "a@é", "not ASCII"),
    FormatRow(.idnEmail, "a@b.☃", "a symbol is not allowed in a U-label"),
    FormatRow(.idnEmail, "a@例え。テスト", "only a full stop separates labels"),
    FormatRow(.idnEmail, "a b@c", "a space"),
  ]
}
