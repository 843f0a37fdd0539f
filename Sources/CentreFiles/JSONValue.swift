internal import Foundation

/// A JSON value whose objects keep the order of their keys, so that the same results give the same bytes.
package indirect enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case int(Int)
  case number(Double)
  case text(String)
  case array([JSONValue])
  case object([(String, JSONValue)])

  package subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { return members.first { $0.0 == key }?.1 }
    return nil
  }

  package var doubleValue: Double? {
    switch self {
    case .int(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  package var textValue: String? {
    if case .text(let value) = self { return value }
    return nil
  }

  package var arrayValue: [JSONValue]? {
    if case .array(let value) = self { return value }
    return nil
  }

  package static func == (left: JSONValue, right: JSONValue) -> Bool {
    left.encoded() == right.encoded()
  }

  /// UTF-8 text, two spaces of indentation, a line break at the end. Numbers in their shortest form that reads back the same.
  package func encoded() -> String {
    var text = ""
    write(to: &text, indent: 0)
    return text + "\n"
  }

  /// One line, for streams.
  package func encodedInline() -> String {
    switch self {
    case .array(let values): "[" + values.map { $0.encodedInline() }.joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { JSONValue.quoted($0.0) + ":" + $0.1.encodedInline() }.joined(separator: ",") + "}"
    default: scalar
    }
  }

  private func write(to text: inout String, indent: Int) {
    let inner = String(repeating: "  ", count: indent + 1)
    let outer = String(repeating: "  ", count: indent)
    switch self {
    case .array(let values) where !values.isEmpty:
      text += "["
      for (index, value) in values.enumerated() {
        text += (index > 0 ? "," : "") + "\n" + inner
        value.write(to: &text, indent: indent + 1)
      }
      text += "\n" + outer + "]"
    case .object(let members) where !members.isEmpty:
      text += "{"
      for (index, member) in members.enumerated() {
        text += (index > 0 ? "," : "") + "\n" + inner + JSONValue.quoted(member.0) + ": "
        member.1.write(to: &text, indent: indent + 1)
      }
      text += "\n" + outer + "}"
    default:
      text += scalar
    }
  }

  private var scalar: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .int(let value): String(value)
    case .number(let value):
      !value.isFinite ? "null" : value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
    case .text(let value): JSONValue.quoted(value)
    case .array: "[]"
    case .object: "{}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        result += "\\u" + String(repeating: "0", count: scalar.value < 16 ? 3 : 2) + String(scalar.value, radix: 16)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Reads JSON text; nil where it is not well-formed. Numbers become `Double` or, where whole, `Int`; keys keep no order.
  package static func decode(_ bytes: [UInt8]) -> JSONValue? {
    guard let value = try? JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed]) else {
      return nil
    }
    return JSONValue(value)
  }

  private init(_ value: Any) {
    switch value {
    case let members as [String: Any]:
      self = .object(members.sorted { $0.key < $1.key }.map { ($0.key, JSONValue($0.value)) })
    case let values as [Any]: self = .array(values.map { JSONValue($0) })
    case let text as String: self = .text(text)
    case let number as NSNumber:
      let double = number.doubleValue
      if CFBooleanMarker.isBoolean(number) {
        self = .bool(number.boolValue)
      } else if double == double.rounded() && abs(double) < 1e15 {
        self = .int(Int(double))
      } else {
        self = .number(double)
      }
    default: self = .null
    }
  }
}

/// Tells JSON's true and false from 1 and 0, which Foundation hands over as numbers alike.
private enum CFBooleanMarker {
  static func isBoolean(_ number: NSNumber) -> Bool {
    String(cString: number.objCType) == "c"
  }
}
