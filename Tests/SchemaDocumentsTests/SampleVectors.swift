import SchemaDocuments

extension VectorIndex {
  /// A few vectors of the example operation, one with a value that is hard to write down.
  static let sample = VectorIndex(
    corpus: "vectors/ 1.0",
    rules: [
      "register-parcel.request/to/minLength": .init(
        accepting: ["v0001", "v0002", "v0003", "v0007"], rejecting: ["v0010"],
        accepted: [.init(vector: "v0001", value: "\"Ås\"", why: "Two characters.")],
        rejected: [.init(vector: "v0010", value: "\"|</script>`\"", why: "Not | this.")])
    ],
    decisions: ["unit": ["v0004", "v0005"]])
}
