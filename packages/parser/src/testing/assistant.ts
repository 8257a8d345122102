/** A file that uses most of the language, for tests that take it apart. */
export const assistant = `/// Who waits, and who pays?
game helpdesk "Helpdesk with two tiers"

param churn = 0.10 USD in 0 USD .. 1 USD      // what a lost task costs

model standard "Instant" {
  success: 62%
  latency: 4 s
  cost:    0.002 USD
}

model reasoning "Thinking" {
  success: 194 of 225
  latency: 0.6 s + 2_400 tok / (65 tok/s)
  cost:    1.25 USD/Mtok * 900 tok + 10 USD/Mtok * 2_400 tok
}

menu tiers = cascade(standard, reasoning)

user developer "Developer in a hurry" {
  value:    0.50 USD
  patience: 40 USD/h
}

provider acme {
  offers:  tiers
  penalty: churn
}

assert developer.gap <= 0.05 USD "no more than five cents"
assert not throttling.pays

sweep regimes {
  churn:           0 USD .. 1 USD
  developer.value: linear(0.05 USD, 2 USD, 200)
}
`
