/// The commented files of a new centre's folder.
package enum CentreTemplate {
  package static let files: [(name: String, contents: String)] = [
    ("centre.yaml", centre), ("rules.yaml", rules), ("contract.yaml", contract), ("agents.csv", agents),
    ("shifts.csv", shifts), ("calls.csv", "start,offered,answered,abandoned,aht\n"),
    ("events.csv", "from,to,kind,name,factor\n"),
    ("adjustments.csv", "from,to,halfHours,factor,absolute,reason,who,on\n"), ("leave.csv", "agent,date,kind\n"),
    ("previous.csv", "agent,date,shift\n"), ("locks.csv", "agent,date,shift\n"),
    ("pairs.csv", "agent,other,kind\n"),
  ]

  private static let centre = """
    # 中心设置 — the centre
    centre: mycentre            # 代码 — code, used in results
    name: 我的中心               # 名称 — name
    brand: 神州行
    # language: zh              # 结果语言 zh 或 en — language of results
    share: 1.0                  # 归外包方的话务比例 — share of the offered calls routed to the partner
    open: [{days: all, from: "08:00", to: "22:00"}]   # 营业时间；后面的条目覆盖前面的 — later entries override
    service:
      target: 0.85              # 目标服务水平 — share of calls in scope
      within: 15                # 秒 — seconds
      scope: month              # halfHour | day | month
      floor: 0.70               # 每个半小时至少 — every half-hour reaches at least this
      formula: offered          # offered | answered | shortAbandonsGood | shortAbandonsOut
      uncertainty: expected     # expected | mean
      # inRoster: true          # 班表按服务曲线权衡，而不是一个需求人数 — the roster weighs the curve of service instead of one number
      # pricePerCall: 2.50      # 每多一通及时接听值多少元；不写则按目标求出 — yuan per call served in time; by default what the target needs
    patience: 120               # 客户平均等待耐心秒数，null = 永远等 — seconds, null = never gives up
    aht: 150                    # 话务表没有时的平均处理时长 — seconds, where calls.csv has none
    shrinkage: 0.08             # 培训、辅导、临时缺勤占比，可按日期与时段列出 — lost to training, coaching, absence; or a list by days and times
    maxOccupancy: 0.90          # 最高通话占比
    seats: 40                   # 座席数 — or a list [{from: "2026-12-10", seats: 50}]

    """

  private static let rules = """
    # 排班规则：先硬限制，后权重（元）— hard limits first, then weights in yuan
    restHours: 11               # R2 两班之间休息小时
    maxConsecutiveDays: 6       # R3 最多连续上班天数
    minDaysOff: 8               # R4 全月至少休息天数
    standardHours: 166.64       # R5 月标准工时
    maxOvertimeHours: 36
    maxDailyOvertimeMinutes: 180
    balance: {classesA: [night, lateNight], classesB: [early], tolerance: 2}   # R6 夜班与早班天数之差
    lateNight: {max: 2, min: 1} # R7 夜7
    mealShare: 0.34             # R8 同时用餐比例
    seatHeldDuringMeal: true    # R9 用餐时是否占座席
    minOnPhone: 1               # 营业的半小时至少在线人数
    minHoursHard: false
    leadSpan: 20                # R11 每名班长带班人数，0 = 不要求
    # 以下规则写上即启用；不写 weight 为硬规则，写 weight 为每单位多少元 — on where written; hard without a weight, else yuan per unit
    # minWorkRun: {days: 2}                               # 最少连续上班天数 — shortest run of days worked
    # minOffRun: {days: 2, weight: 30}                    # 最少连续休息天数 — shortest run of days off
    # nightRuns: {shifts: [night, lateNight, overnight], max: 4, daysOff: 1, after: 2}   # 连续夜班，之后休息 — nights in a row, days off after
    # maxDays: [{shifts: [night], max: 8}, {shifts: [夜1], max: 4, weight: 20}]          # 每人每月天数上限 — days per class or code
    # forbiddenNextDay: [{from: [night], to: [early]}]    # 前后两天禁止的班次 — shifts that may not follow each other
    # maxWeekends: {max: 2, weight: 40}                   # 上班的周末 — weekends worked
    # sameStart: {weight: 10}                             # 一周同班次 — one start all week
    # teamRotation: {start: 2026-11-30, teams: [一班], cycle: [early, [mid], night]}     # 班组按周轮班 — teams week by week
    # workingTime: {system: comprehensive, average: quarter, overtimeHours: 108}         # 工时制；standard 可写 weeklyHours: 40
    # minStaff: [{days: "mon,fri", from: "09:00", to: "12:00", least: 5}]                # 时段最少在线 — by half-hour of the week
    # skillNeeds: [{skill: 粤语, days: all, from: "08:00", to: "22:00", least: 1}]       # agents.csv 的 skills 列 — skills, languages
    # peopleOff: [{days: all, least: 2, most: 20}]        # 每天休息人数 — people off on a day
    # fairness: {nights: 1, lateNights: 2, weekends: 1, publicHolidays: 3, refusedWishes: 5}   # 跨月公平，每递增一次多少元 — fairness over the months (docs/fairness.md)
    # pairs: {weight: 50}                                 # pairs.csv 的权重 — of the rows of pairs.csv
    weights:
      under: [{upTo: 0.05, perHalfHour: 60}, {perHalfHour: 180}]
      over: 2
      shortHour: 60
      imbalance: 10
      lateNightMissing: 30
      noWeekendOff: 30
      refusedWish: 20
      startChange: 2
      backward: 5

    """

  private static let contract = """
    # 合同与结算 — the money, amounts in yuan as text
    standardHours: 166.64
    regularHours: capped        # capped | scheduled
    overtimeHours: clipped      # clipped | netted
    seats:
      trainee:  {price: "5200.00", personsPerSeat: "1.00"}
      agent:    {price: "7400.00", personsPerSeat: "1.00"}
      lead:     {price: "9300.00", personsPerSeat: "1.00"}
      overtime: {price: "9800.00", personsPerSeat: "1.00"}
    indicators:
      - {name: serviceLevel, dimension: business, target: 0.85, floor: 0.70, weight: 20, gate: true}
      - {name: satisfaction, dimension: quality, target: 0.93, floor: 0.80, weight: 10}
    assumed: {satisfaction: 0.93}   # 班表无法得知的指标 — what a roster cannot tell
    scoreCap: 100
    coefficients: [{from: 95, value: "1.03"}, {from: 90, value: "1.00"}, {from: 85, value: "0.97"}, {from: 0, value: "0.90"}]
    bonus: {targetHandled: 1200000, perCall: "0.35", cap: 0.08, partnerShare: "0.20"}
    partner: {wages: {trainee: "22.00", agent: "28.00", lead: "36.00"}, overtimeFactors: [1.5, 2, 3], perShift: "15.00", nightAllowance: "20.00"}
    mobile: {sitePerSeat: "850.00"}

    """

  private static let agents = """
    agent,name,team,grade,productivity,from,to,classes,minHours,promoted,skills,hoursQuarter
    A001,示例员工,一班,agent,1,,,,,,,
    L001,示例班长,一班,lead,,,,,,,,

    """

  private static let shifts = """
    code,class,start,end,paidMinutes,mealMinutes,mealFrom,mealTo
    早1,early,08:00,16:30,480,30,11:00,13:00
    中1,mid,11:00,19:30,480,30,14:00,16:00
    夜1,night,13:30,22:00,480,30,16:30,18:30

    """
}
