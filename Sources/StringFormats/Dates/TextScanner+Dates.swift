/// https://www.rfc-editor.org/rfc/rfc3339#section-5.6
extension TextScanner {
  mutating func takeDateTime() -> Bool {
    takeDate() && (take("T") || take("t")) && takeTime()
  }

  mutating func takeDate() -> Bool {
    guard let year = takeNumber(digits: 4), take("-"),
      let month = takeNumber(digits: 2), take("-"),
      let day = takeNumber(digits: 2)
    else { return false }
    let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let length =
      switch month {
      case 2: isLeapYear ? 29 : 28
      case 4, 6, 9, 11: 30
      case 1...12: 31
      default: 0
      }
    return day >= 1 && day <= length
  }

  mutating func takeTime() -> Bool {
    guard let hour = takeNumber(digits: 2), hour <= 23, take(":"),
      let minute = takeNumber(digits: 2), minute <= 59, take(":"),
      let second = takeNumber(digits: 2), second <= 60
    else { return false }
    if take("."), skip(.digits) == 0 { return false }
    guard let offset = takeOffset() else { return false }
    let minutesPerDay = 24 * 60
    let minuteInUTC = (hour * 60 + minute - offset + minutesPerDay) % minutesPerDay
    return second < 60 || minuteInUTC == minutesPerDay - 1
  }

  /// The offset from UTC in minutes, less than a day in either direction.
  private mutating func takeOffset() -> Int? {
    if take("Z") || take("z") { return 0 }
    let isNegative = isNext("-")
    guard take("-") || take("+"),
      let hour = takeNumber(digits: 2), hour <= 23, take(":"),
      let minute = takeNumber(digits: 2), minute <= 59
    else { return nil }
    return (isNegative ? -1 : 1) * (hour * 60 + minute)
  }
}
