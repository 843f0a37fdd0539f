internal import Vocabulary

/// Synthetic Chinese names: a common surname and a given name of one or two common characters, no name twice.
struct PersonNames {
  private var random: SeededRandom
  private var used: Set<String> = []

  init(seed: UInt64) {
    random = SeededRandom(seed: seed, stream: .names)
  }

  mutating func next() -> String {
    while true {
      let surname = random.pick(PersonNames.surnames)
      let first = random.pick(PersonNames.givenCharacters)
      let second = random.chance(0.85) ? String(random.pick(PersonNames.givenCharacters)) : ""
      let name = String(surname) + String(first) + second
      if used.insert(name).inserted { return name }
    }
  }

  /// Surnames frequent in Guangdong; the more frequent stand more than once.
  private static let surnames = Array("陈陈陈陈李李李黄黄黄张张林林王吴刘梁何罗郑郭谢邓曾周叶苏彭徐卢蔡潘钟余冯杨许胡杜邱莫温古")
  private static let givenCharacters = Array(
    "婷敏丽静燕玲芳娟霞萍慧琳欣怡雯佳琪颖洁莹娜梅兰珍珊晓思雅文嘉诗梓涵俊杰伟强明辉志健华锋斌涛勇浩宇轩子豪铭凯鹏威达荣海建国平安东")
}
