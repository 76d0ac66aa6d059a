{# What is added to a Python model: running it. What it gives becomes a view of the lane, from which SQL makes the table as of any query. #}

{% macro py_write_table(compiled_code, target_relation) -%}
{{ compiled_code }}


# Added by dbt: runs the model and keeps its result.
dbt = dbtObj(spark.table)
df = model(dbt, spark)

if hasattr(df, "to_spark"):  # pandas API on Spark
    df = df.to_spark()
elif type(df).__module__.split(".")[0] == "pyarrow":
    df = spark.createDataFrame(df.to_pandas())
elif type(df).__module__.split(".")[0] == "pandas":
    df = spark.createDataFrame(df)
if not hasattr(df, "createOrReplaceTempView"):
    raise TypeError(f"A Python model returns a DataFrame of Spark or pandas, and this one returns {type(df)}.")

{% if target_relation.type == 'view' -%}
df.createOrReplaceTempView("{{ target_relation.identifier }}")
{%- else -%}
df.createOrReplaceTempView("dbt_python_model_result")
spark.sql({{ create_table_as(False, target_relation, 'select * from dbt_python_model_result') | trim | tojson }})
spark.catalog.dropTempView("dbt_python_model_result")
{%- endif %}
{%- endmacro %}


{% macro py_script_comment() %}
# To run the model by hand: df = model(dbtObj(spark.table), spark)
{%- endmacro %}
