/** Parquet files. In a file of its own because few need it, and it is long. */
export { writeParquet } from './sweeps/parquet.ts'
