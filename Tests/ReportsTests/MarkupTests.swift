import Foundation
import Testing
import Vocabulary

@testable import Reports

@Suite("Markup and numbers")
struct MarkupTests {
  @Test("Literals are markup, what is interpolated is text")
  func interpolation() {
    let name = "<i>&'\"\u{1}\u{FFFE}"
    let inner: Markup = "<b>\(1)</b>"
    let markup: Markup = "<td>\(name)\(inner)</td>"
    #expect(markup.source == "<td>&lt;i&gt;&amp;&#39;&quot;\u{FFFD}\u{FFFD}<b>1</b></td>")
  }

  @Test("Two languages are two elements, one text is none")
  func wordings() {
    let both: Markup = "\(Wording("班", "<shift>"))"
    #expect(both.source == "<span lang=\"zh\">班</span><span lang=\"en\"> &lt;shift&gt;</span>")
    let same: Markup = "\(Wording(same: "R1"))"
    #expect(same.source == "R1")
    let plain: Markup = "\(both: Wording("班", "shift"))"
    #expect(plain.source == "班 · shift")
  }

  @Test(
    "Numbers",
    arguments: [
      (NumberText.grouped(1_234_567), "1,234,567"), (NumberText.grouped(-999.5, decimals: 0), "−1,000"),
      (NumberText.grouped(0.005, decimals: 2), "0.01"), (NumberText.grouped(-0.004, decimals: 2), "0.00"),
      (NumberText.grouped(.nan), "–"), (NumberText.grouped(1e30), "–"), (NumberText.percent(0.8682), "86.8%"),
      (NumberText.percent(-0.0125, decimals: 2), "−1.25%"), (NumberText.fen(-1234.5), "−¥1,234.50"),
      (NumberText.yuan(99_999.5), "¥100,000"), (NumberText.plain(166.64), "166.64"),
      (NumberText.coordinate(-0.04), "0"), (NumberText.coordinate(-0.55), "-0.6"),
      (NumberText.coordinate(12.25), "12.3"),
    ] as [(String, String)])
  func numbers(text: String, expected: String) {
    #expect(text == expected)
  }
}
