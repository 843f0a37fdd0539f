internal import Foundation
internal import Vocabulary

/// `README.md` of the example's folder, in both languages.
enum FolderReadme {
  static func text(_ folder: ExampleFolder) -> String {
    let centre = folder.centre
    let counts = Grade.allCases.map { grade in centre.agents.filter { $0.grade == grade }.count }
    let leave = centre.leave.filter { $0.kind == .leave }.count
    let first = centre.calls.records.first?.start.date.description ?? ""
    let last = centre.calls.records.last?.start.date.description ?? ""
    return chinese(folder, counts: counts, leave: leave, span: "\(first) 至 \(last)")
      + english(folder, counts: counts, leave: leave, span: "\(first) to \(last)")
  }

  private static func chinese(_ folder: ExampleFolder, counts: [Int], leave: Int, span: String) -> String {
    """
    # 示例中心：广州·神州行

    **本文件夹中的人员、话务、成绩和扣罚全部是合成数据**，由程序按固定种子生成，与任何真实的人或真实的通话无关。
    生成程序在 `Sources/ExampleCentre`，说明见 `docs/example.md`。

    本例用来排 2026 年 12 月的班：`banbiao plan data/guangzhou --month 2026-12 --out plan`。

    | 文件 | 内容 |
    | --- | --- |
    | `centre.yaml` | 中心、分配比例、服务标准、座席数；24 小时服务 |
    | `rules.yaml` | 排班规则与权重 |
    | `contract.yaml` | 单价、考核指标、系数、酬金、双方成本 |
    | `agents.csv` | 坐席 \(counts[1]) 人、实习 \(counts[0]) 人、班长 \(counts[2]) 人；含月中入职、离职、转正和兼职 |
    | `shifts.csv` | \(folder.centre.shifts.count) 个班次：早班、中班、两头班、夜班（23:30 下班）、夜7（00:30 下班）、通宵 |
    | `leave.csv` | 12 月已批休假 \(leave) 人天，以及休息愿望、想上与不想上的班次 |
    | `previous.csv` | 11 月最后 7 天的班次 |
    | `calls.csv` | \(span) 每半小时的话务，含少数未记录的半小时 |
    | `events.csv` | 账单日、营销活动、故障日，含 12 月已知的活动 |
    | `actuals/\(folder.actuals.month)/` | 该月实际：话务（未乘分配比例）、考勤、考核成绩、扣罚、每人处理量、自营对照，以及当时公布的班表 |


    """
  }

  private static func english(_ folder: ExampleFolder, counts: [Int], leave: Int, span: String) -> String {
    """
    # The example centre: Guangzhou, Shenzhouxing

    **All people, calls, scores and deductions in this folder are synthetic**, drawn by a program from a fixed seed; they
    have nothing to do with any real person or call. The generator is `Sources/ExampleCentre`, described in `docs/example.md`.

    The example is there to plan December 2026: `banbiao plan data/guangzhou --month 2026-12 --out plan`.

    | file | content |
    | --- | --- |
    | `centre.yaml` | the centre, its share of the calls, the service owed, the seats; open 24 hours |
    | `rules.yaml` | rules of the roster and their weights |
    | `contract.yaml` | prices, indicators, coefficients, bonus, both parties' costs |
    | `agents.csv` | \(counts[1]) agents, \(counts[0]) trainees, \(counts[2]) team leads; with joiners, leavers, promotions and part-timers |
    | `shifts.csv` | \(folder.centre.shifts.count) shifts: early, mid, split, night (ending 23:30), 夜7 (ending 00:30), overnight |
    | `leave.csv` | \(leave) person-days of approved leave in December, wishes for days off, shifts wanted and avoided |
    | `previous.csv` | the shifts of the last 7 days of November |
    | `calls.csv` | half-hourly calls, \(span), a few half-hours unrecorded |
    | `events.csv` | billing days, campaigns, outages, those known of December included |
    | `actuals/\(folder.actuals.month)/` | that month as it was: calls (before the share), attendance, scores, deductions, calls handled by each person, the in-house figures, and the roster as it was published |

    """
  }
}
