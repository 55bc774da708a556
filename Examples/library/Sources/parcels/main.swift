import Conform

let documents = [
  #"{"weight": 2.5, "to": {"country": "FR"}}"#,
  #"{"weight": 0, "to": {"country": "Fr"}}"#,
  #"{"weight": 1,}"#,
]
for document in documents {
  do throws(DocumentError) {
    print(try shippingLabel(for: document))
  } catch {
    print(error)
  }
}
