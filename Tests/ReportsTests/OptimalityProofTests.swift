import Testing
import Vocabulary

@testable import Reports

@Suite("The gap in words")
struct OptimalityProofTests {
  private func solution(_ objective: Double, _ bound: Double, base: Double = 0) -> Solution {
    Solution(
      objective: objective, lowerBound: bound, basePay: base, terms: [], phases: [], seconds: 1, seed: 1,
      status: .feasible)
  }

  @Test("What is proved is never understated")
  func roundsUp() {
    // 1000 − 998.7 = 1.3 yuan, so at most 2; 1.3 ÷ 1000 = 0.13 %; 1.3 ÷ (1000 − 600) = 0.325 %, so at most 0.33 %.
    let english = OptimalityProof(solution(1000, 998.7, base: 600)).wording.english
    #expect(english.contains("more than ¥2 (0.13%) cheaper; proved"))
    #expect(english.contains("0.33% of the cost"))
  }

  @Test("A gap below half a fen is none")
  func optimal() {
    #expect(
      OptimalityProof(solution(1000, 999.996)).wording.english == "No roster that keeps the rules is cheaper; proved.")
  }

  @Test("Without a bound nothing is claimed")
  func unknown() {
    #expect(!OptimalityProof(solution(1000, 0)).wording.english.contains("proved;"))
    #expect(OptimalityProof(solution(1000, 0)).wording.chinese.contains("无法说明"))
  }
}
