internal import CExpat

/// Streams the elements of an XML part through expat.
final class XMLEvents {
  private let onStart: (String, [String: String]) -> Void
  private let onEnd: (String) -> Void
  private let onText: (String) -> Void

  private init(
    onStart: @escaping (String, [String: String]) -> Void, onEnd: @escaping (String) -> Void,
    onText: @escaping (String) -> Void
  ) {
    self.onStart = onStart
    self.onEnd = onEnd
    self.onText = onText
  }

  /// - Returns: whether the part is well-formed to its end. Names come without their prefix.
  static func parse(
    _ bytes: [UInt8], onStart: @escaping (String, [String: String]) -> Void, onEnd: @escaping (String) -> Void,
    onText: @escaping (String) -> Void
  ) -> Bool {
    let events = XMLEvents(onStart: onStart, onEnd: onEnd, onText: onText)
    guard let parser = XML_ParserCreate(nil) else { return false }
    defer { XML_ParserFree(parser) }
    XML_SetUserData(parser, Unmanaged.passUnretained(events).toOpaque())
    XML_SetElementHandler(
      parser,
      { context, name, attributes in
        guard let context, let name else { return }
        let events = Unmanaged<XMLEvents>.fromOpaque(context).takeUnretainedValue()
        var values: [String: String] = [:]
        var at = 0
        while let attributes, let key = attributes[at], let value = attributes[at + 1] {
          values[XMLEvents.local(key)] = String(cString: value)
          at += 2
        }
        events.onStart(XMLEvents.local(name), values)
      },
      { context, name in
        guard let context, let name else { return }
        Unmanaged<XMLEvents>.fromOpaque(context).takeUnretainedValue().onEnd(XMLEvents.local(name))
      })
    XML_SetCharacterDataHandler(parser) { context, text, count in
      guard let context, let text else { return }
      let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
      Unmanaged<XMLEvents>.fromOpaque(context).takeUnretainedValue().onText(String(decoding: bytes, as: UTF8.self))
    }
    return withExtendedLifetime(events) {
      bytes.withUnsafeBytes { buffer in
        let text = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
        return XML_Parse(parser, text, Int32(clamping: buffer.count), 1) == XML_STATUS_OK
      }
    }
  }

  private static func local(_ name: UnsafePointer<XML_Char>) -> String {
    let text = String(cString: name)
    return text.lastIndex(of: ":").map { String(text[text.index(after: $0)...]) } ?? text
  }
}
