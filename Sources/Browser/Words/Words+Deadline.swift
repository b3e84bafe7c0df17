import Events

extension Words {
  /// What a list says of a deadline that is near.
  func closes(_ day: Day, from today: Day) -> String {
    let when = relative(day, from: today)
    return say("closes \(when)", "stänger \(when)")
  }
}
