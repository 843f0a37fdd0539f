import Testing
import Vocabulary

@testable import Reports

@Suite("Colours")
struct PaletteTests {
  @Test("Contrast as WCAG defines it")
  func contrast() {
    // Black on white is 21 by definition; #777777 on white is 4.48, the best known near miss.
    #expect(abs(RGB(0x000000).contrast(with: 0xFFFFFF) - 21) < 1e-9)
    #expect(abs(RGB(0x777777).contrast(with: 0xFFFFFF) - 4.48) < 0.005)
    #expect(RGB(0x00A0FF).hex == "#00a0ff")
  }

  @Test("Text is legible on every cell of a roster and of the heat map", arguments: Palette.Theme.allCases)
  func cells(theme: Palette.Theme) {
    let pairs = Palette.Cell.allCases.map { Palette.pair($0, theme) } + HeatLevel.allCases.map { $0.pair(theme) }
    for pair in pairs { #expect(pair.text.contrast(with: pair.fill) >= 4.5, "\(pair.text.hex) on \(pair.fill.hex)") }
  }

  @Test("Text is legible on the page", arguments: Palette.Theme.allCases)
  func page(theme: Palette.Theme) {
    for text in [Ink.text, .muted, .accent, .good, .bad, .holiday] {
      for ground in [Ink.paper, .panel, .restDay] where !(ground == .restDay && text == .accent) {
        #expect(text.colour(theme).contrast(with: ground.colour(theme)) >= 4.5, "\(text) on \(ground)")
      }
    }
    #expect(Ink.paper.colour(theme).contrast(with: Ink.accent.colour(theme)) >= 4.5)
  }

  @Test("Lines of charts stand out from the paper", arguments: Palette.Theme.allCases)
  func charts(theme: Palette.Theme) {
    // 3 : 1 for graphical objects (WCAG 2.2, 1.4.11).
    for ink in [Ink.required, .effective, .under, .seats] {
      #expect(ink.colour(theme).contrast(with: Ink.paper.colour(theme)) >= 3, "\(ink)")
    }
  }

  @Test("Shift classes have colours of their own", arguments: Palette.Theme.allCases)
  func areDistinct(theme: Palette.Theme) {
    #expect(Set(Palette.Cell.allCases.map { Palette.pair($0, theme) }).count == Palette.Cell.allCases.count)
  }

  @Test(
    "Steps of the heat map",
    arguments: [
      (0.49, 2.0, HeatLevel.even), (-0.5, 10, .slightlyUnder), (-1, 10, .under), (-2.5, 10, .farUnder),
      (9.9, 100, .slightlyOver), (10, 100, .over), (0.6, 0, .farOver),
    ] as [(Double, Double, HeatLevel)])
  func heatLevels(difference: Double, required: Double, expected: HeatLevel) {
    #expect(HeatLevel(difference: difference, required: required) == expected)
  }
}

extension RGB {
  fileprivate init(_ value: UInt32) { self.init(integerLiteral: value) }
}
