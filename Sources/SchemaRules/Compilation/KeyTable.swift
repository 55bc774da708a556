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
}
