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

// The types of an OpenAPI document. The client does not send the id, because the service adds it.
let request = try CreateLabelRequest(validating: #"{"weight": 2.5, "service": {"hours": 24}}"#)
let response = try CreateLabelResponse201(validating: #"{"id": "L-1", "weight": 2.5}"#)
if case .express(let express) = request.service {
  print("\(response.id) in \(express.hours) hours")
}
