import Conform

let documents = [
  #"{"weight": 2.5, "to": {"country": "FR"}}"#,
  #"{"weight": 0, "to": {"country": "Fr"}}"#,
  #"{"weight": 1,}"#,
]
for document in documents {
  do throws(DocumentError) {
    let parcel = try Parcel(validating: document)
    print("\(parcel.weight) kg to \(parcel.to.country)")
  } catch {
    print(error)
  }
}
