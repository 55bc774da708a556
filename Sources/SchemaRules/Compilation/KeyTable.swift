/// Where the places of an object's names are, in a hash table with linear probing.
///
/// The names are the schema author's, so that the table need not defend itself against them; a
/// document's name is looked up, never added.
struct KeyTable: BitwiseCopyable {
  /// The index of the first place in the tables of the schema.
  var start = 0
  /// The number of places minus one; the number is a power of two, and a place stays free.
  var mask = 0
  /// The number of low bits of the hash to drop.
  var shift: UInt64 = 63

  init() {}

  /// Places the names of an object's properties in a table at most half full, behind what is there.
  init(for properties: ArraySlice<CompiledProperty>, after places: inout [Int32]) {
    var bits = 1
    while 1 << bits < properties.count * 2 { bits += 1 }
    start = places.count
    mask = 1 << bits - 1
    shift = UInt64(64 - bits)
    places.append(contentsOf: repeatElement(-1, count: 1 << bits))
    for (index, property) in zip(properties.indices, properties) {
      var place = Int(property.name.words.hash >> shift)
      while places[start + place] >= 0 { place = (place + 1) & mask }
      places[start + place] = Int32(index)
    }
  }
}
