{# A unit test: the model over fixture rows, beside the rows that are expected. #}

{%- materialization unit, default -%}
  {%- set header = (config.get('sql_header') if flags.REQUIRE_SQL_HEADER_IN_TEST_CONFIGS) or '' -%}
  {%- set expected_rows = config.get('expected_rows') -%}

  {#- an empty relation tells the types of the model's columns -#}
  {%- set typed = make_temp_relation(this.incorporate(type='table')) -%}
  {%- do run_query(get_create_table_as_sql(true, typed, get_empty_subquery_sql(sql))) -%}
  {%- set types, quoted = {}, {} -%}
  {%- for column in adapter.get_columns_in_relation(typed) -%}
    {%- do types.update({column.name | lower: column.data_type}) -%}
    {%- do quoted.update({column.name | lower: column.quoted}) -%}
  {%- endfor -%}

  {#- only the columns that the expectation names are compared -#}
  {%- set compared = [] -%}
  {%- for name in (expected_rows[0].keys() if expected_rows else get_columns_in_query(sql)) -%}
    {%- do compared.append(quoted[name | lower]) -%}
  {%- endfor -%}
  {%- set expected_sql = config.get('expected_sql') or get_expected_sql(expected_rows, types, quoted) -%}

  {%- call statement('main', fetch_result=true) -%}
    {% if header %}{{ header }}
    {% endif -%}
    {{ get_unit_test_sql(sql, expected_sql, compared) }}
  {%- endcall -%}

  {%- do adapter.drop_relation(typed) -%}
  {%- do return({'relations': []}) -%}
{%- endmaterialization -%}
