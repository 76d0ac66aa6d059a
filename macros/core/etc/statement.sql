{# Running SQL from a macro: the `statement` call block, results without a query, and run_query. #}

{% macro statement(name=None, fetch_result=False, auto_begin=True, language='sql') -%}
  {%- if execute -%}
    {%- set code = caller() -%}
    {%- set result_table = none -%}
    {#- "main" is what the node is: it is kept under target/run, before it runs -#}
    {%- if name == 'main' -%}{%- do write(code) -%}{%- endif -%}

    {%- if language == 'sql' -%}
      {%- set response, result_table = adapter.execute(code, auto_begin=auto_begin, fetch=fetch_result) -%}
    {%- elif language == 'python' -%}
      {%- set response = submit_python_job(model, code) -%}
    {%- else -%}
      {%- do exceptions.raise_compiler_error("A statement is written in 'sql' or 'python', not in '" ~ language ~ "'.") -%}
    {%- endif -%}

    {%- if name is not none -%}
      {%- do store_result(name, response=response, agate_table=result_table) -%}
    {%- endif -%}
  {%- endif -%}
{%- endmacro %}


{% macro noop_statement(name=None, message=None, code=None, rows_affected=None, res=None) -%}
  {#- stores a result for work that was done by other means; the body is only written down -#}
  {%- set body = caller() -%}
  {%- if name == 'main' -%}{%- do write(body) -%}{%- endif -%}
  {%- if name is not none -%}
    {%- do store_raw_result(name, message=message, code=code, rows_affected=rows_affected, agate_table=res) -%}
  {%- endif -%}
{%- endmacro %}


{% macro run_query(sql) %}
  {%- call statement('run_query_statement', fetch_result=true, auto_begin=false) -%}
    {{ sql }}
  {%- endcall -%}
  {#- nothing ran while parsing: then there is no result, and `.table` of it is undefined -#}
  {%- do return(load_result('run_query_statement').table) -%}
{% endmacro %}
