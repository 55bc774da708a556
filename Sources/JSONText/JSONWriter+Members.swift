extension JSONWriter {
  /// A member that is a string.
  public mutating func member(_ name: String, _ value: String) {
    self.name(name)
    string(value)
  }

  /// A member that is an integer.
  public mutating func member(_ name: String, _ value: Int) {
    self.name(name)
    integer(value)
  }

  /// A member that is `true` or `false`.
  public mutating func member(_ name: String, _ value: Bool) {
    self.name(name)
    boolean(value)
  }

  /// A member that is an array, written element by element.
  public mutating func member<Element>(
    _ name: String, _ elements: [Element], _ write: (inout JSONWriter, Element) -> Void
  ) {
    self.name(name)
    beginArray()
    for element in elements { write(&self, element) }
    endArray()
  }

  /// A member that is an object.
  public mutating func member(_ name: String, _ write: (inout JSONWriter) -> Void) {
    self.name(name)
    beginObject()
    write(&self)
    endObject()
  }
}
