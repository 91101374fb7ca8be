export { wilsonInterval } from "./statistics/wilson-interval.ts";
