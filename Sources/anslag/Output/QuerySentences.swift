import Events

extension Query.Problem {
  /// What is wrong, and what may have been meant.
  var sentence: String {
    let said =
      switch kind {
      case .field: "there is no field “\(written):”"
      case .value(let field): "“\(field):” cannot be “\(written)”"
      case .time: "“\(written)” names no time"
      }
    return said + (nearest.map { "; did you mean “\($0)”?" } ?? "")
  }
}

extension Query.Term {
  /// The term as it is understood.
  var explanation: String {
    switch fact {
    case nil:
      let place = field.map { " in \($0)" } ?? ""
      return "“\(text)”\(place), sought as “\(String(decoding: folded, as: UTF8.self))”"
    case .kind(let kind): return "kind \(kind)"
    case .status(let status): return "status \(status)"
    case .mark(let mark):
      return Mark.named.first { $0.mark == mark }?.name ?? text
    case .language(let language): return "language \(language)"
    case .online: return "online"
    case .days(let from, let to):
      return "days \(from.map(\.description) ?? "")…\(to.map(\.description) ?? "")"
    }
  }
}
