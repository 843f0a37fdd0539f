/// What an epoch counts the slots' costs with.
struct SearchTerms {
  /// Yuan of a hard rule broken in a half-hour, per unit; of hard switched rules too.
  var slotViolation: Double
  /// Yuan of each lead fewer in a half-hour than the staff that is likely to come there needs; 0 = no such wish.
  var wantedLead = 0.0
  var corner = RoundedCorner(width: 0)
}
