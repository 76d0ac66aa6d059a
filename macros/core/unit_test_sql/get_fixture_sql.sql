{# Fixture rows of a unit test as SQL: the inputs, and the expected rows. #}

{#- Columns a row leaves out are null, of the type that the real relation has. -#}
{% macro get_fixture_sql(rows, column_name_to_data_types) %}
  {%- set types, quoted = column_name_to_data_types, {} -%}
  {%- if not types -%}
    {%- set types, quoted = _fixture_columns() -%}
  {%- endif -%}

  {%- set empty_row = {} -%}
  {%- for name, type in types.items() -%}
    {%- do empty_row.update({name: safe_cast('null', type) | trim}) -%}
  {%- endfor -%}
  {%- do validate_fixture_rows(rows, row_number) -%}
-- Fixture for {{ model.name }}
  {%- for row in rows %}
    {%- set full_row = empty_row.copy() -%}
    {%- do full_row.update(format_row(row, types)) %}
{{ _fixture_select(full_row, quoted) }}
{{- '\nunion all' if not loop.last }}
  {%- else %}
{{ _fixture_select(empty_row, quoted) }}
limit 0
  {%- endfor %}
{% endmacro %}


{% macro get_expected_sql(rows, column_name_to_data_types, column_name_to_quoted) %}
  {%- for row in rows -%}
    {{ _fixture_select(format_row(row, column_name_to_data_types), column_name_to_quoted) }}
    {{- '\nunion all\n' if not loop.last }}
  {%- else -%}
    select * from dbt_internal_unit_test_actual
    limit 0
  {%- endfor -%}
{% endmacro %}


{#- A fixture row as {column: typed SQL literal}, with column names in lower case. #}
{% macro format_row(row, column_name_to_data_types) -%}
  {%- set formatted = {} -%}
  {%- for given_name, value in row.items() -%}
    {%- set name = given_name | lower -%}
    {%- if name not in column_name_to_data_types -%}
      {%- set fixture = "expected output" if model.resource_type == 'unit_test' else "'" ~ model.name ~ "'" -%}
      {%- do exceptions.raise_compiler_error(
        "Invalid column name: '" ~ name ~ "' in unit test fixture for " ~ fixture ~ "."
        ~ "\nAccepted columns for " ~ fixture ~ " are: " ~ (column_name_to_data_types.keys() | list)
      ) -%}
    {%- endif -%}

    {%- set type = column_name_to_data_types[name] -%}
    {%- set literal = value -%}
    {%- if value is string -%}
      {#- a fixture's text is never cut to the column's length -#}
      {%- set type = type.split('(')[0] if 'varying' in type else type -%}
      {%- set literal = dbt.string_literal(dbt.escape_single_quotes(value)) -%}
    {%- elif value is none -%}
      {%- set literal = 'null' -%}
    {%- endif -%}
    {%- do formatted.update({name: safe_cast(literal, type)}) -%}
  {%- endfor -%}
  {%- do return(formatted) -%}
{%- endmacro %}


{% macro validate_fixture_rows(rows, row_number) -%}
  {%- do return(adapter.dispatch("validate_fixture_rows", "dbt")(rows, row_number)) -%}
{%- endmacro %}

{#- For adapters whose fixtures have rules of their own. #}
{% macro default__validate_fixture_rows(rows, row_number) -%}
{%- endmacro %}


{% macro _fixture_select(row, quoted) -%}
  select
  {%- for name, literal in row.items() %} {{ literal | trim }} as {{ quoted[name] or name }}{{ ',' if not loop.last }}{% endfor -%}
{%- endmacro %}


{#- [types, quoted names] of the input's real columns; of the deferred relation where it is not built here. #}
{% macro _fixture_columns() %}
  {%- set relation = defer_relation if defer_relation and not load_relation(this) else this -%}
  {%- set types, quoted = {}, {} -%}
  {%- for column in adapter.get_columns_in_relation(relation) -%}
    {%- do types.update({column.name | lower: column.data_type}) -%}
    {%- do quoted.update({column.name | lower: column.quoted}) -%}
  {%- endfor -%}
  {%- if not types -%}
    {%- do exceptions.raise_compiler_error(
      "Not able to get columns for unit test '" ~ model.name ~ "' from relation " ~ this ~ " because the relation doesn't exist"
    ) -%}
  {%- endif -%}
  {%- do return([types, quoted]) -%}
{% endmacro %}
