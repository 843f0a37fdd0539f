package import Vocabulary

/// The names of what is known by a key in files: cost terms, phases, indicators. An unknown key is its own name.
package enum KeyNames {
  package static func costTerm(_ key: String) -> Wording {
    switch key {
    case "regularHours": Wording("正常工时", "Regular hours")
    case "overtimeHours": Wording("加班工时", "Overtime hours")
    case "under": Wording("人力缺口", "Understaffing")
    case "over": Wording("人力富余", "Overstaffing")
    case "service": Wording("未及时接听", "Calls not served in time")
    case "shortHour": Wording("工时不足", "Hours under the minimum")
    case "imbalance": Wording("早夜班不均", "Night and early days apart")
    case "lateNightMissing": Wording("未排夜7", "Late night missing")
    case "noWeekendOff": Wording("无完整周末", "No full weekend off")
    case "refusedWish": Wording("未满足的意愿", "Refused wishes")
    case "startChange": Wording("相邻两天上班时间变动", "Start changes from day to day")
    case "backward": Wording("逆向轮转", "Backward rotation")
    case "forbiddenNextDay": Wording("禁止的相邻班次", "Shifts that should not follow each other")
    case "minWorkRun": Wording("连续上班过短", "Runs of work too short")
    case "minOffRun": Wording("连续休息过短", "Runs of days off too short")
    case "nightRuns": Wording("连续夜班与夜班后休息", "Nights in a row and rest after them")
    case "maxDays": Wording("班次天数超限", "Days of a shift above the limit")
    case "maxWeekends": Wording("上班周末超限", "Weekends worked above the limit")
    case "sameStart": Wording("一周之内班次不同", "Different starts within a week")
    case "teamRotation": Wording("偏离班组轮班", "Days outside the team's rotation")
    case "workingTime": Wording("超出工时制", "Hours above the working-time system")
    case "fairness": Wording("跨月公平", "Fairness over the months")
    case "minStaff": Wording("时段在线不足", "Below the minimum staff")
    case "skillNeeds": Wording("时段技能不足", "Skills missing")
    case "peopleOff": Wording("休息人数不合", "People off outside the limits")
    case "pairs": Wording("同班与不同班要求", "People apart and together")
    default: Wording(same: key)
    }
  }

  static func phase(_ key: String) -> Wording {
    switch key {
    case "relaxation": Wording("线性松弛", "Linear relaxation")
    case "bound": Wording("证明下界", "Certified bound")
    case "search": Wording("搜索", "Search")
    case "meals": Wording("用餐整数规划", "Meal programs")
    case "days": Wording("逐日整数规划", "Day programs")
    case "exact": Wording("整体整数规划", "Whole integer program")
    default: Wording(same: key)
    }
  }

  /// Of a comparison with Mobile's own people.
  static func measure(_ key: String) -> Wording {
    switch key {
    case "answered": Wording("接听量", "Calls answered")
    case "costPerAnswered": Wording("每接听成本", "Cost per answered call")
    default: indicator(key)
    }
  }

  static func indicator(_ key: String) -> Wording {
    switch key {
    case "serviceLevel": Wording("服务水平", "Service level")
    case "answerRate": Wording("接通率", "Answer rate")
    case "satisfaction": Wording("满意度", "Satisfaction")
    case "qualityInspection", "quality": Wording("质检合格率", "Quality inspection")
    case "firstCallResolution": Wording("一次解决率", "First-call resolution")
    case "complaintRate": Wording("投诉率", "Complaint rate")
    case "aht": Wording("平均处理时长（秒）", "Average handling time (s)")
    default: Wording(same: key)
    }
  }

  static func dimension(_ dimension: Indicator.Dimension) -> Wording {
    switch dimension {
    case .quality: Wording("质量", "Quality")
    case .business: Wording("业务", "Business")
    }
  }
}
