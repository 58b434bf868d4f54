/** What a logistic regression gives: the weighted sum of features, and the intercept, which is the last weight. */
export function scoreOf(weights: Float64Array, features: Float64Array): number {
  let sum = weights[features.length]
  for (let i = 0; i < features.length; i++) sum += weights[i] * features[i]
  return sum
}
