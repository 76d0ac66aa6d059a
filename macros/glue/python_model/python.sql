{# dbt-glue's names around Python models. #}

{% macro glue__py_write_table(compiled_code, target_relation) -%}
  {%- do return(py_write_table(compiled_code, target_relation)) -%}
{%- endmacro %}


{% macro glue__py_script_comment() -%}
# To run the model by hand, in a Glue session: df = model(dbtObj(spark.table), spark)
{%- endmacro %}


{% macro glue__py_get_writer_options() %}
  {%- do return({
    'file_format': config.get('file_format', 'parquet'),
    'location': adapter.get_location(this),
    'partition_by': config.get('partition_by', none),
    'table_properties': config.get('table_properties', {}),
  }) -%}
{% endmacro %}

{% macro adapters__py_get_writer_options() %}
  {%- do return(glue__py_get_writer_options()) -%}
{% endmacro %}


{#- Two that dbt-glue has but never calls. #}
{% macro glue__create_python_merge_table(model, df_name, unique_key) %}
  {%- set view = model['name'] ~ '_temp_view' -%}
{{ df_name }}.createOrReplaceTempView("{{ view }}")
spark.sql({{ get_merge_sql(this, api.Relation.create(identifier=view, type='view'), unique_key, none, none) | trim | tojson }})
{% endmacro %}

{% macro glue__create_python_intermediate_table(model, df_name) %}
  {%- set view = this.identifier ~ '_intermediate' -%}
{{ df_name }}.createOrReplaceTempView("{{ view }}")
spark.sql({{ create_table_as(False, this, 'select * from ' ~ view) | trim | tojson }})
{% endmacro %}
