internal import Vocabulary

/// The gap between a roster and what is proved, in words.
struct OptimalityProof {
  let solution: Solution

  init(_ solution: Solution) {
    self.solution = solution
  }

  var wording: Wording {
    guard solution.lowerBound > 0 else {
      return Wording(
        "求解在得到下界之前结束，无法说明还能便宜多少。", "The search ended before a bound was proved: how much cheaper is not known.")
    }
    let saving = solution.objective - solution.lowerBound
    guard saving >= 0.005 else {
      return Wording("已证明：遵守全部规则的班表，没有更便宜的。", "No roster that keeps the rules is cheaper; proved.")
    }
    // A statement of what is proved may be rounded one way only.
    let yuan = NumberText.yuan(saving.rounded(.up))
    let (whole, controllable) = (upward(solution.gap), upward(solution.gapControllable))
    return Wording(
      "已证明：遵守全部规则的班表，最多只能再便宜 \(yuan)（\(whole)；占排班可左右的成本 \(controllable)）。",
      "No roster that keeps the rules can be more than \(yuan) (\(whole)) cheaper; proved. That is \(controllable) of the cost a roster can influence."
    )
  }

  /// Percent with two decimals, rounded up.
  private func upward(_ share: Double) -> String {
    NumberText.percent((share * 10_000).rounded(.up) / 10_000, decimals: 2)
  }
}
