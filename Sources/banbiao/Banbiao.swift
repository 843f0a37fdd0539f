import ArgumentParser

@main
struct Banbiao: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "banbiao")
}
