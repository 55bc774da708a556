import Conform

func shippingLabel(for json: String) throws(DocumentError) -> String {
  let parcel = try Parcel(validating: json)
  return "\(parcel.weight) kg to \(parcel.to.country)"
}
