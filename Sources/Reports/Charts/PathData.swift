/// The commands of a path (SVG 1.1, 8.3), as short as they can be.
struct PathData {
  private(set) var text = ""

  mutating func move(_ x: Double, _ y: Double) {
    text += "M" + NumberText.coordinate(x) + " " + NumberText.coordinate(y)
  }

  mutating func line(_ x: Double, _ y: Double) {
    text += "L" + NumberText.coordinate(x) + " " + NumberText.coordinate(y)
  }

  mutating func horizontal(to x: Double) { text += "H" + NumberText.coordinate(x) }
  mutating func vertical(to y: Double) { text += "V" + NumberText.coordinate(y) }
  mutating func close() { text += "Z" }

  mutating func rectangle(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) {
    move(left, top)
    horizontal(to: right)
    vertical(to: bottom)
    horizontal(to: left)
    close()
  }
}
