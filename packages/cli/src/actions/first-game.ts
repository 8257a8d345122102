/** The game that `plumb new` writes: small, commented, and with something to find. */
export const firstGame = `/// A support desk answers with one of two models. Which one serves the people who wait,
/// and which one serves us?
game assistant "Support desk"

// What may vary: every number has its unit, and --set or a sweep can move a param.
param churn = 0.10 USD in 0 USD .. 1 USD          // what a task that is given up costs us
param hurry = 20 USD/h in 0 USD/h .. 120 USD/h    // what an hour of waiting costs a person

model quick "Quick" {
  success: 30%                                    // of the attempts solve the task
  latency: 8 s
  cost:    0.003 USD                              // what one attempt costs us
}

model careful "Careful" {
  success: 90%
  latency: 2 s + 900 tok / (60 tok/s)
  cost:    1 USD/Mtok * 2_000 tok + 20 USD/Mtok * 1_400 tok
}

menu tiers = cascade(quick, careful)              // a failure may go one up

user customer "Somebody with a question" {
  value:    0.40 USD                              // what a solved task is worth
  patience: hurry
}

provider desk {
  offers:  tiers
  penalty: churn
}

// What must hold. 'plumb check' and 'plumb solve' tell when it no longer does.
assert customer.gap <= 0.05 USD "our routing may cost a customer at most five cents a task"
assert route.start == quick
`
