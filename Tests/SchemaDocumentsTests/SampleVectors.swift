import SchemaDocuments

extension VectorIndex {
  /// A few vectors of the example operation, one of them with a value that is hard to write down.
  static let sample = {
    var vectors = Vectors()
    vectors.accepting = 4
    vectors.rejecting = 1
    vectors.files = ["a.json": 2, "lengths/to.json": 3]
    vectors.accepted = [.init(vector: "v0001", value: "\"Ås\"", why: "Two characters.")]
    vectors.rejected = [.init(vector: "v0010", value: "\"|</script>`\"", why: "Not | this.")]
    var index = VectorIndex(folder: "../vectors")
    index.rules[Array("register-parcel.request/to/minLength".utf8)] = vectors
    index.decisions["unit"] = ["units.json": 2]
    return index
  }()
}
