import SchemaDocuments

extension VectorIndex {
  /// A few vectors of the example operation, one with a value that is hard to write down.
  static let sample = VectorIndex(
    folder: "../vectors",
    rules: [
      "register-parcel.request/to/minLength": .init(
        accepting: 4, rejecting: 1,
        files: [.init(path: "lengths/to.json", vectors: 3), .init(path: "a.json", vectors: 2)],
        accepted: [.init(vector: "v0001", value: "\"Ås\"", why: "Two characters.")],
        rejected: [.init(vector: "v0010", value: "\"|</script>`\"", why: "Not | this.")])
    ],
    decisions: ["unit": [.init(path: "units.json", vectors: 2)]])
}
