{{
    config(
        materialized='incremental',
        incremental_strategy='insert_overwrite',
        partition_by=['year'],
        file_format='parquet'
    )
}}

-- A later run writes the newest year anew and leaves the partitions before it alone.
select
    city,
    observed_on,
    precipitation_mm,
    highest_celsius,
    lowest_celsius,
    {{ celsius_to_fahrenheit('highest_celsius') }} as highest_fahrenheit,
    kind,
    avg(highest_celsius) over (
        partition by city, year(observed_on) order by observed_on rows between 6 preceding and current row
    ) as highest_celsius_of_the_week,
    year(observed_on) as year
from {{ ref('stg_weather') }}
{% if is_incremental() %}
where year(observed_on) >= (select max(year) from {{ this }})
{% endif %}
